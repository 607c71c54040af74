"""All text of Word files by python-docx: paragraphs and, row by row, the cells of tables."""
import sys

import docx
from docx.table import Table


def text_of(container):
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from text_of(cell)
        else:
            yield block.text


for path in sys.argv[1:]:
    size = sum(len(text) for text in text_of(docx.Document(path)))
