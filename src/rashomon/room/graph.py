"""Who cites whom in a story, as GEXF 1.3 (gexf.net), which Gephi and others open."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from rashomon.ledger.shown.listed.stories import Citing
from rashomon.visible import one_line


def gexf(citing: Sequence[Citing]) -> str:
    """Outlets and speakers as nodes, an edge from each outlet to each speaker whose words it has; the weight counts them."""
    nodes: dict[str, tuple[str, str]] = {}
    edges = []
    for at, citation in enumerate(citing):
        source, target = f"outlet {citation.outlet}", f"speaker {citation.speaker}"
        nodes[source] = (citation.outlet, "outlet")
        nodes[target] = (citation.name, citation.kind or "speaker")
        edges.append(
            f'      <edge id="{at}" source={_value(source)} target={_value(target)} weight="{citation.times}"/>'
        )
    listed = [
        f"      <node id={_value(id_)} label={_value(label)}><attvalues>"
        f'<attvalue for="kind" value={_value(kind)}/></attvalues></node>'
        for id_, (label, kind) in nodes.items()
    ]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
            '  <graph mode="static" defaultedgetype="directed">',
            '    <attributes class="node"><attribute id="kind" title="kind" type="string"/></attributes>',
            "    <nodes>",
            *listed,
            "    </nodes>",
            "    <edges>",
            *edges,
            "    </edges>",
            "  </graph>",
            "</gexf>",
            "",
        ]
    )


def _value(words: str) -> str:
    """An attribute's value; XML 1.0 has no controls at all, which are shown as code points."""
    return quoteattr(one_line(words))
