"""Draws labels with reportlab: the rectangles and lines of text that it is given, on each sheet anew.

Reads one JSON object: {width, height, labels, fonts: {key: file}, slots: [{symbols: [{x, y, unit, rectangles}],
texts: [{x, baseline, size, font}]}], lines: [[…] for each label]}. Lengths in points from the upper left corner.
Prints how many seconds of processor it took to draw and write all of them.
"""

import json
import sys
import time
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

asked = json.load(sys.stdin)
for key, file in asked["fonts"].items():
    pdfmetrics.registerFont(TTFont(key, file))


def draw(labels):
    height = asked["height"]
    out = BytesIO()
    canvas = Canvas(out, pagesize=(asked["width"], height), pageCompression=1)
    slots = asked["slots"]
    for number in range(labels):
        slot = slots[number % len(slots)]
        for symbol in slot["symbols"]:
            canvas.saveState()
            canvas.translate(symbol["x"], height - symbol["y"])
            canvas.scale(symbol["unit"], -symbol["unit"])
            path = canvas.beginPath()
            for left, top, wide, tall in symbol["rectangles"]:
                path.rect(left, top, wide, tall)
            canvas.drawPath(path, stroke=0, fill=1)
            canvas.restoreState()
        for text, line in zip(slot["texts"], asked["lines"][number]):
            canvas.setFont(text["font"], text["size"])
            canvas.drawString(text["x"], height - text["baseline"], line)
        if (number + 1) % len(slots) == 0:
            canvas.showPage()
    canvas.save()
    return len(out.getvalue())


draw(len(asked["slots"]))
begun = time.process_time()
size = draw(asked["labels"])
print(json.dumps({"cpuSeconds": time.process_time() - begun, "bytes": size}))
