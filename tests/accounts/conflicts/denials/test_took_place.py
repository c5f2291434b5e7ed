"""What one says took place and another denies."""

from __future__ import annotations

import pytest

from tests.accounts.telling import Said, denied_about


@pytest.mark.parametrize(
    ("claim", "denied", "found"),
    [
        ("that the keeper met the Lidva envoys in secret", "the meeting took place", 1),
        ("that the keeper met the Lidva envoys in secret", "that any such secret meeting had ever happened", 1),
        ("that the keeper had held two meetings with the Lidva envoys", "that the meetings with the keeper took place", 1),
        ("that the keeper had visited Lidva", "the visit took place", 1),
        # No meeting, none of theirs, none that was, or another is denied.
        ("that the keeper met every demand of Lidva", "the meeting took place", 0),
        ("that the Lidva bank met all of its many conditions", "the meeting took place", 0),
        ("that the keeper met the Osk envoys in secret", "the meeting took place", 0),
        ("that the keeper never met the Lidva envoys", "the meeting took place", 0),
        ("that the keeper met the Lidva envoys in secret", "that the meeting with Mara Dunn took place", 0),
        ("that the keeper met the Lidva envoys in secret", "the meeting was long", 0),
        # Another day, another place, and no such event.
        ("that the keeper met the Lidva envoys on Monday", "the meeting took place on Monday", 1),
        ("that the keeper met the Lidva envoys on Tuesday", "the meeting took place on Monday", 0),
        ("that the keeper met the Lidva envoys in Marn", "the meeting took place in Osk", 0),
        ("that the keeper attacked the Lidva camp", "the attack took place", 1),
        ("that the keeper attacked the Lidva plan", "the attack took place", 0),
        ("that the keeper spoke to reporters of Lidva", "the conversation took place", 0),
        ("that the keeper visited the Lidva website", "the visit took place", 0),
    ],
)  # fmt: skip
def test_a_claim_of_an_event_is_set_against_who_denies_it_took_place(
    claim: str, denied: str, found: int
) -> None:
    text = f"Ann Lee said {claim}.\n\nThe Lidva envoy denied {denied}."
    said = [
        Said(claim, "Ann Lee", "Ann Lee", "said"),
        Said(denied, None, "The Lidva envoy", "denied"),
    ]
    assert len(denied_about(text, said)) == found
