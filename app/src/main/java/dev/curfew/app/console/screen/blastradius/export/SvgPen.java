package dev.curfew.app.console.screen.blastradius.export;

import dev.curfew.app.console.screen.blastradius.drawing.paint.Pen;
import dev.curfew.app.console.theme.Fonts;
import java.util.Locale;
import javafx.scene.paint.Color;

/// Writes SVG 1.1. Nothing in it runs, and nothing is loaded: text is text, and a reader without the font takes
/// another.
final class SvgPen implements Pen {
    private final StringBuilder body = new StringBuilder();

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }

    private static String hex(Color color) {
        return String.format(
                Locale.ROOT,
                "#%02x%02x%02x",
                Math.round(color.getRed() * 255),
                Math.round(color.getGreen() * 255),
                Math.round(color.getBlue() * 255));
    }

    private static String stroke(Stroke stroke) {
        StringBuilder text = new StringBuilder("fill=\"none\" stroke=\"")
                .append(hex(stroke.color()))
                .append("\" stroke-width=\"")
                .append(number(stroke.width()))
                .append('"');
        if (!stroke.color().isOpaque()) {
            text.append(" stroke-opacity=\"")
                    .append(number(stroke.color().getOpacity()))
                    .append('"');
        }
        if (stroke.dashes().length > 0) {
            text.append(" stroke-dasharray=\"");
            for (double dash : stroke.dashes()) {
                text.append(number(dash)).append(' ');
            }
            text.setCharAt(text.length() - 1, '"');
        }
        return text.toString();
    }

    private static String fill(Color color) {
        return "fill=\"" + hex(color) + "\""
                + (color.isOpaque() ? "" : " fill-opacity=\"" + number(color.getOpacity()) + "\"");
    }

    private static String points(double[] xs, double[] ys) {
        StringBuilder text = new StringBuilder("points=\"");
        for (int i = 0; i < xs.length; i++) {
            text.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return text.append('"').toString();
    }

    private void element(String name, String... attributes) {
        body.append('<').append(name);
        for (String attribute : attributes) {
            body.append(' ').append(attribute);
        }
        body.append("/>\n");
    }

    private static String box(double x, double y, double width, double height, double arc) {
        String round = arc > 0 ? " rx=\"" + number(arc / 2) + "\"" : "";
        return "x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\"" + round;
    }

    private static String ellipse(double x, double y, double width, double height) {
        return "cx=\"" + number(x + width / 2) + "\" cy=\"" + number(y + height / 2) + "\" rx=\"" + number(width / 2)
                + "\" ry=\"" + number(height / 2) + "\"";
    }

    @Override
    public void polyline(Stroke stroke, double[] xs, double[] ys) {
        element("polyline", points(xs, ys), stroke(stroke));
    }

    @Override
    public void polygon(Stroke outline, double[] xs, double[] ys) {
        element("polygon", points(xs, ys), stroke(outline));
    }

    @Override
    public void fill(Color color, double[] xs, double[] ys) {
        element("polygon", points(xs, ys), fill(color));
    }

    @Override
    public void oval(Stroke outline, double x, double y, double width, double height) {
        element("ellipse", ellipse(x, y, width, height), stroke(outline));
    }

    @Override
    public void fillOval(Color color, double x, double y, double width, double height) {
        element("ellipse", ellipse(x, y, width, height), fill(color));
    }

    @Override
    public void rectangle(Stroke outline, double x, double y, double width, double height, double arc) {
        element("rect", box(x, y, width, height, arc), stroke(outline));
    }

    @Override
    public void fillRectangle(Color color, double x, double y, double width, double height, double arc) {
        element("rect", box(x, y, width, height, arc), fill(color));
    }

    @Override
    public void text(Color color, double size, String words, double x, double middle) {
        // the middle of a small letter is about a third of its size above the line
        body.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(middle + size * 0.36))
                .append("\" font-size=\"")
                .append(number(size))
                .append("\" ")
                .append(fill(color))
                .append('>')
                .append(escaped(words))
                .append("</text>\n");
    }

    static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(isXml(letter) ? letter : '\uFFFD');
            }
        });
        return text.toString();
    }

    /// XML 1.0, production 2: other characters cannot be written at all.
    private static boolean isXml(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    /// @param title for who hears the picture
    String document(double width, double height, String title) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + number(width) + "\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width) + " "
                + number(height) + "\" font-family=\"" + Fonts.FAMILY + ", sans-serif\">\n<title>" + escaped(title)
                + "</title>\n" + body + "</svg>\n";
    }
}
