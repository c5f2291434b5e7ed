"""The reader's model: attribution tagger, mention tagger and linker over one small encoder."""
