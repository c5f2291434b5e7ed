"""What a person sees in a terminal: a function a view, each from records to something that rich prints.

Nothing here prints, and nothing tells by colour alone. Captured text goes through :mod:`rashomon.visible`.
"""
