"""PDF files for the tests."""


def pdf(*pages):
    """A PDF with the given lines on its pages, written by hand so that no writer is needed.

    A line is words alone, set below the one before, or (x, y, size, words) with a place of its own.
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        stream = b"BT /F1 11 Tf 14 TL 50 800 Td " + b"".join(map(_drawn, lines)) + b"ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, start,
    )  # fmt: skip


def _drawn(line):
    words = line if isinstance(line, str) else line[3]
    shown = b"(%s) Tj" % words.encode("latin-1").replace(b"(", b"\\(").replace(b")", b"\\)")
    if isinstance(line, str):
        return shown + b" T* "
    x, y, size, _ = line
    return b"/F1 %d Tf 1 0 0 1 %d %d Tm " % (size, x, y) + shown + b" "
