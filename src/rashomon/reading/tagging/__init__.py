"""The trained tagger: a text's tokens to spans of sources, cues, contents and mentions, and the links between them."""
