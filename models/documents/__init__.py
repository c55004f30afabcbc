"""Documents out of views: the block model, what is written into it, and the layout of PDFs.

Builders (:mod:`complaint`, :mod:`letters`) are pure: views in, a :class:`~blocks.Document` out.
:mod:`printing` has the document laid out in the closed-off child process and hands back a PDF.
"""
