"""Collating what is new: entities and statements of a ledger brought up to date in time that goes with what has changed.

What the last collation found is kept beside its result (``heard_…``, ``name_…``, ``said_sentence``, ``sentence_…``). A change is
followed as far as it can reach, and no further: the names that share a sign with a changed report's names, and the sentences that
links lead to from its sentences. What is found is what a collation from nothing finds, row for row.
"""
