package dev.curfew.app.usecase.breakglass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Lines of text on pages of A4, in fonts that go along with them.
final class Paper implements AutoCloseable {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final float MARGIN = 56;
    private static final float LINE = 1.45f;

    /// A sentence of ours has some hundred characters; a page some fifty lines.
    private static final int LINES_MAX = 2_000;

    private final PDDocument document = new PDDocument();
    private final PDFont regular;
    private final PDFont bold;
    private final PDFont mono;
    private PDPageContentStream content;
    private float left;
    private int lines;

    Paper(String title) throws IOException {
        regular = font("Inter_400Regular.ttf");
        bold = font("Inter_700Bold.ttf");
        mono = font("JetBrainsMono_400Regular.ttf");
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Curfew");
        content = page();
    }

    private PDFont font(String file) throws IOException {
        try (InputStream stream = Paper.class.getResourceAsStream("/fonts/" + file)) {
            if (stream == null) {
                throw new IOException("no font " + file);
            }
            return PDType0Font.load(document, stream);
        }
    }

    void title(String text) throws IOException {
        write(text, bold, 17);
        left -= 6;
    }

    void heading(String text) throws IOException {
        left -= 10;
        write(text, bold, 13);
        left -= 2;
    }

    void strong(String text) throws IOException {
        left -= 4;
        write(text, bold, 10);
    }

    void text(String text) throws IOException {
        write(text, regular, 10);
    }

    void mono(String text) throws IOException {
        write(text, mono, 9);
    }

    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private void write(String text, PDFont font, float size) throws IOException {
        for (String line : wrapped(text, font, size)) {
            if (left - size * LINE < MARGIN) {
                content.close();
                content = page();
            }
            left -= size * LINE;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(MARGIN, left);
            content.showText(line);
            content.endText();
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        left = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private List<String> wrapped(String text, PDFont font, float size) throws IOException {
        float room = PDRectangle.A4.getWidth() - 2 * MARGIN;
        List<String> all = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : SPACE.splitAsStream(shown(text, font)).toList()) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > room) {
                all.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        all.add(line.toString());
        lines += all.size();
        if (lines > LINES_MAX) {
            throw new IOException("more than " + LINES_MAX + " lines");
        }
        return all;
    }

    /// What the font has no sign for is shown as a question mark.
    private static String shown(String text, PDFont font) throws IOException {
        StringBuilder shown = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            String one = Character.toString(point);
            shown.append(Character.isWhitespace(point) ? " " : has(font, one) ? one : "?");
        }
        return shown.toString();
    }

    private static boolean has(PDFont font, String one) throws IOException {
        try {
            font.encode(one);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
