"""What people decide, as methods of the ledger: each decision is a row that stays, and what it changes is made from those rows.

Decisions about an attribution, and undos of them, stand in the tables of its reading at once. What follows from any decision
for entities, statements and stories follows with the next collation: :func:`rashomon.ingest.recollate`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rashomon.accounts.records import Conflict
from rashomon.corrections import targets
from rashomon.corrections.imprint import Imprint
from rashomon.corrections.standing import when
from rashomon.ledger import lookup
from rashomon.ledger.connected import Connected
from rashomon.ledger.decisions import attributions as attribution_decisions
from rashomon.ledger.decisions import conflicts as conflict_decisions
from rashomon.ledger.decisions import entities as entity_decisions
from rashomon.ledger.decisions import imprints, mending, removal, review, undoing
from rashomon.ledger.decisions import statements as statement_decisions
from rashomon.ledger.decisions import stories as story_decisions
from rashomon.ledger.decisions.attributions import Meant
from rashomon.ledger.decisions.corrections import load_corrections, new_correction, write_correction
from rashomon.ledger.decisions.machine import machine
from rashomon.ledger.decisions.removal import Removal
from rashomon.ledger.decisions.review import ReviewItem, ReviewKind
from rashomon.ledger.errors import LedgerError, in_words
from rashomon.ledger.tables import load
from rashomon.ledger.tables.write import write_problem
from rashomon.records import Capture, Correction, CorrectionKind, Entity, MentionKind, Reading, Report, Span


class Deciding(Connected):
    """The part of :class:`~rashomon.ledger.store.Ledger` that people's decisions go through.

    ``who`` decides and ``why`` is the reason, in words; neither may be empty. An attribution is named ``REPORT:NUMBER``,
    numbered from 1 as ``rashomon show report`` does, or by a correction's target (``attribution:REPORT:START-END``).
    """

    def correct(
        self,
        who: str,
        why: str,
        kind: CorrectionKind,
        target: str,
        *,
        old: str | None = None,
        new: str | None = None,
        decided_at: str | None = None,
    ) -> Correction:
        """Record a decision as it is given; it is never changed, replaced or deleted. It is decided now unless said."""
        correction = new_correction(who, why, kind, target, old=old, new=new, decided_at=decided_at)
        with self.transaction():
            write_correction(self._connection, correction)
            self._mend(correction)
        return correction

    def corrections(self, target: str | None = None) -> tuple[Correction, ...]:
        """People's decisions in order of time, undone ones and undos among them: all, or those about one target."""
        with self.at_one_moment():
            return tuple(load_corrections(self._connection, target))

    def review(self, limit: int = 50, kind: ReviewKind | None = None) -> tuple[ReviewItem, ...]:
        """What is worth a person's look, most useful first, each with its reason: of one kind, or of all."""
        with self.at_one_moment():
            return review.review(self._connection, kind, limit)

    def stranded(self) -> tuple[tuple[Correction, str], ...]:
        """The decisions that stand and find nothing to apply to, each with why: kept, and without effect."""
        with self.at_one_moment():
            return mending.stranded(self._connection)

    def machine_reading(self, report: str) -> Reading:
        """What the machine read in a report, without anything that people have mended in it."""
        with self.at_one_moment():
            id_ = lookup.resolve(self._connection, "report", report)
            return machine(self._connection, next(load.load_readings(self._connection, [id_])))

    def mended(self, report: str) -> Mapping[int, tuple[Correction, ...]]:
        """The decisions that hold for a report's attributions, by index and in order of time; the others are the machine's."""
        with self.at_one_moment():
            id_ = lookup.resolve(self._connection, "report", report)
            rows = self._connection.execute(
                "SELECT attribution, correction FROM mended WHERE report = ?", (id_,)
            ).fetchall()
            of: dict[int, list[Correction]] = {}
            if rows:
                by_id = {c.id: c for c in mending.about_attributions(self._connection, id_)}
                for index, correction in rows:
                    of.setdefault(index, []).append(by_id[correction])
            return {index: tuple(sorted(found, key=when)) for index, found in sorted(of.items())}

    def attribution(self, name: str) -> Meant:
        """The attribution of a name, with its report, as it stands and as the machine read it."""
        with self.at_one_moment():
            return attribution_decisions.meant(self._connection, name)

    def conflict(self, name: str) -> Conflict:
        """The conflict of a name: ``conflict:ID``, of which the beginning is enough, or a correction's target."""
        with self.at_one_moment():
            return conflict_decisions.meant(self._connection, name)

    def accept(self, which: str, *, who: str, why: str) -> Correction:
        """Record that an attribution is right as it stands; a rejected one is taken up again.

        Or, of a conflict (``conflict:ID``), that accounts part there: it is no longer only worth a look.
        """
        return self._judge(which, True, who, why)

    def reject(self, which: str, *, who: str, why: str) -> Correction:
        """Record that nothing is attributed there; what stood inside it stands where it did.

        Or, of a conflict (``conflict:ID``), that accounts do not part there: it is neither shown nor counted any more.
        """
        return self._judge(which, False, who, why)

    def mend(
        self, attribution: str, parts: Mapping[str, Sequence[Span]], *, who: str, why: str
    ) -> Correction:
        """Record other spans for some of ``source``, ``cue`` and ``content``; no spans say that a part is not expressed.

        Raises LedgerError where they do not fit the report's text, or change nothing.
        """
        return self._decide(attribution_decisions.mend(self.attribution(attribution), parts, who, why))

    def name_speaker(
        self, attribution: str, name: str | None, *, who: str, why: str, kind: MentionKind | None = None
    ) -> Correction:
        """Record who speaks, by a name or the beginning of an entity's id; ``None`` says that it is not known."""
        about = self.attribution(attribution)
        if name is not None:
            name, kind = self._known(name, kind)
        return self._decide(attribution_decisions.speaker(about, name, kind, who, why))

    def named_report(self, name: str) -> Report:
        """The report of a name: the beginning of its id, or the file it was read from. A LedgerError names the candidates
        otherwise."""
        with self.at_one_moment():
            return next(load.load_reports(self._connection, [imprints.named(self._connection, name)]))

    def undescribed(self) -> tuple[int, int]:
        """How many reports have no outlet that is known, and how many no date."""
        with self.at_one_moment():
            query = "SELECT coalesce(sum(outlet IS NULL), 0), coalesce(sum(published IS NULL), 0) FROM report"
            outlets, dates = self._connection.execute(query).fetchone()
        return int(outlets), int(dates)

    def describe(self, report: str, parts: Imprint, *, who: str, why: str) -> Correction:
        """Record some of a report's ``outlet``, ``published``, ``title`` and ``authors``, and read it anew with them.

        ``report`` is the beginning of its id, or the file it was read from; ``None``, or no authors, says that a part is not
        known. Raises LedgerError where a part is none, nothing would change, or another reader had read the report.
        """
        with self.transaction():
            correction = imprints.described(self._connection, report, parts, who, why)
            self._write(correction)
            self._mend(correction)
        return correction

    def what_goes(self, report: str) -> Removal:
        """What would go with a report that is taken out: ``report`` as in :meth:`describe`."""
        with self.at_one_moment():
            return removal.what_goes(self._connection, imprints.named(self._connection, report))

    def note_taken_out(self, capture: Capture, correction: Correction) -> None:
        """Note that a capture that was found again is of a report that people have taken out."""
        with self.transaction():
            kept = lookup.is_there(self._connection, "capture", capture.sha256)
            found = removal.note(capture.path, capture.sha256, correction, erased=not kept)
            write_problem(self._connection, found, None, None)

    def take_out(self, report: str, *, who: str, why: str, erase: bool = False) -> Correction:
        """Record that a report does not belong in the ledger: it goes with all that was read in it, and is not read again until
        that is undone. Its capture stays; with ``erase`` that goes too (and its bytes from the file by :meth:`rewrite`).

        What earlier corrections quote of it stays in them. ``report`` is as in :meth:`describe`. An undo reads it anew from its
        capture, or lets its file be read again where that was erased.
        """
        with self.transaction():
            gone = removal.what_goes(self._connection, imprints.named(self._connection, report))
            correction = self._write(removal.removal(gone.report, who, why, erase=erase))
            removal.take_out(self._connection, gone.report.id, correction, erase=erase)
        return correction

    def rewrite(self) -> None:
        """Write the file anew without what has been deleted from it, whose bytes SQLite keeps until it needs the room: what is to
        be erased is nowhere in it once the ledger has been collated again."""
        with in_words(self.path):
            removal.rewrite(self._connection)

    def same(self, one: str, other: str, *, who: str, why: str) -> tuple[Correction, ...]:
        """Record that two statements are one, each by its id or by a wording of it (``wording:REPORT:START-END``).

        The two wordings are one statement, with everything that is one with either; what people have kept apart of the two is
        no longer. Raises LedgerError where an id or a place means none.
        """
        with self.transaction():
            found = statement_decisions.same(self._connection, one, other, who, why)
            return tuple(self._write(correction) for correction in found)

    def not_same(self, one: str, other: str, *, who: str, why: str) -> Correction:
        """Record that two wordings are two statements; given as for :meth:`same`, by ids for first wordings.

        What is like both goes with the one it is liker to.
        """
        with self.transaction():
            return self._write(statement_decisions.not_same(self._connection, one, other, who, why))

    def split_statement(
        self, statement: str, reports: Sequence[str], *, who: str, why: str
    ) -> tuple[Correction, ...]:
        """Record that what these reports carry of a statement is not the same as what the others carry: each from each.

        Raises LedgerError where a report does not carry the statement, or none is given or left.
        """
        with self.transaction():
            found = statement_decisions.split(self._connection, statement, reports, who, why)
            return tuple(self._write(correction) for correction in found)

    def same_story(self, one: str, other: str, *, who: str, why: str) -> Correction:
        """Record that two stories, each by the beginning of its id, are one."""
        with self.transaction():
            return self._write(story_decisions.same(self._connection, one, other, who, why))

    def split_story(
        self, story: str, reports: Sequence[str], *, who: str, why: str
    ) -> tuple[Correction, ...]:
        """Record that these reports tell another story than the rest of a story's reports.

        Raises LedgerError where a report is not of the story, or none is given or left.
        """
        with self.transaction():
            found = story_decisions.split(self._connection, story, reports, who, why)
            return tuple(self._write(correction) for correction in found)

    def undo(self, correction: str, *, who: str, why: str) -> tuple[Correction, ...]:
        """Record that a decision no longer holds, by the beginning of its id; what was before it holds again.

        A decision that became several corrections is undone as a whole, by as many.
        """
        with self.transaction():
            made = undoing.undo(self._connection, correction, who, why)
            for undo, named in made:
                self._write(undo)
                self._mend(named)
                if (other := targets.correction(named.target)) is not None:
                    self._mend(undoing.correction_of(self._connection, other))
        return tuple(undo for undo, _ in made)

    def whom(self, name: str) -> Entity:
        """The one entity that a name, or the beginning of an id, means; a LedgerError names the candidates otherwise."""
        with self.at_one_moment():
            return entity_decisions.whom(self._connection, name)

    def merge(self, one: str, other: str, *, who: str, why: str) -> Correction:
        """Record that two entities, each by a name or an id, are one.

        Raises LedgerError where they are one already, or a name means nobody or several.
        """
        with self.transaction():
            return self._write(entity_decisions.merge(self._connection, one, other, who, why))

    def split(self, name: str, reports: Sequence[str], *, who: str, why: str) -> tuple[Correction, ...]:
        """Record that in these reports an entity is another person than in the rest.

        Raises LedgerError where a report does not name the entity, or no report is given, or left for the rest.
        """
        with self.transaction():
            found = entity_decisions.split(self._connection, name, reports, who, why)
            return tuple(self._write(correction) for correction in found)

    def _judge(self, which: str, accept: bool, who: str, why: str) -> Correction:
        if not which.startswith(f"{targets.CONFLICT}:"):
            return self._decide(attribution_decisions.judge(self.attribution(which), accept, who, why))
        with self.transaction():
            return self._write(conflict_decisions.judge(self.conflict(which), accept, who, why))

    def _decide(self, correction: Correction) -> Correction:
        with self.transaction():
            self._write(correction)
            self._mend(correction)
        return correction

    def _write(self, correction: Correction) -> Correction:
        for name, value in (("who", correction.who), ("why", correction.why)):
            if not value.strip():
                raise LedgerError("this decision", f"it does not say {name}", f"give {name} in words")
        write_correction(self._connection, correction)
        return correction

    def _mend(self, correction: Correction) -> None:
        """Let the reading stand as the decisions have it that a correction is, or was, one of."""
        at, report = targets.place(correction.target), targets.report(correction.target)
        if at is not None and at.kind == targets.ATTRIBUTION:
            mending.mend(self._connection, at.report)
        elif report is not None:
            self._follow(report)

    def _follow(self, report: str) -> None:
        """Let a report stand as people have decided what it is: out of the ledger, or read with what they gave."""
        out = removal.taken_out(self._connection).get(report)
        if out is not None:
            if lookup.is_there(self._connection, "report", report):
                removal.take_out(self._connection, report, out, erase=False)
            return
        removal.forget_note(self._connection, report)
        if imprints.read_again(self._connection, report):
            mending.mend(self._connection, report)

    def _known(self, name: str, kind: MentionKind | None) -> tuple[str, MentionKind | None]:
        """A name as it is to stand, with its kind: that of the entity whose name or id it is, else a person's."""
        try:
            entity = self.whom(name)
        except LedgerError:
            return name, kind or MentionKind.PERSON
        by_id = entity.id.startswith(name.lower())
        same = by_id or name.casefold() in (form.casefold() for form in entity.names)
        return (entity.name if by_id else name), kind or (entity.kind if same else None) or MentionKind.PERSON
