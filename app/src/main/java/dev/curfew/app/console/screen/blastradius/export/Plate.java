package dev.curfew.app.console.screen.blastradius.export;

import dev.curfew.app.console.component.text.Words;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.AnswerWords;
import dev.curfew.app.console.screen.blastradius.compare.ChangeWords;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import dev.curfew.app.console.screen.blastradius.drawing.Ruler;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Marks;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Painter;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Pen;
import dev.curfew.app.console.theme.Token;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A drawing with its title and what one has to know to read it, as it goes into a file: a picture that is passed on
/// says itself of whom it is, how old, and what could be missing.
final class Plate {
    private static final Messages MESSAGES = Messages.of(Plate.class);
    private static final double MARGIN_EM = 1.5;
    private static final double LINE_EM = 1.6;
    private static final double TITLE_SIZE = 1.3;

    private final Drawing drawing;
    private final Paints paints;
    private final String title;
    private final List<String> below;
    private final double widthEm;

    /// @param paints must not depend on the thread
    Plate(Answer answer, Drawing drawing, Paints paints) {
        this.drawing = drawing;
        this.paints = paints;
        title = MESSAGES.text("title", answer.question().subject().name(), AnswerWords.summary(answer));
        below = below(answer);
        Ruler ruler = new Ruler();
        double words = below.stream().mapToDouble(ruler::width).max().orElse(0);
        widthEm = Math.max(Math.max(drawing.width(), words), ruler.width(title) * TITLE_SIZE) + 2 * MARGIN_EM;
    }

    private static List<String> below(Answer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.question().isComparison()) {
            String changes = answer.question().changes().stream()
                    .map(change -> ChangeWords.of(change, answer.index()))
                    .collect(Collectors.joining("; "));
            lines.add(MESSAGES.text("compared", changes));
            lines.add(MESSAGES.text("signs"));
        }
        if (!answer.unread().isEmpty()) {
            lines.add(MESSAGES.text("unread", AnswerWords.gaps(answer.unread())));
        }
        lines.add(MESSAGES.text("patterns"));
        lines.add(MESSAGES.text(
                "snapshot",
                answer.index().snapshot().number(),
                Words.moment(answer.index().snapshot().takenAt())));
        return lines;
    }

    String title() {
        return title;
    }

    double widthEm() {
        return widthEm;
    }

    double heightEm() {
        return drawingTop() + drawing.height() + LINE_EM * below.size() + 2 * MARGIN_EM;
    }

    private static double drawingTop() {
        return MARGIN_EM + LINE_EM * TITLE_SIZE;
    }

    /// @param scale pixels of an em
    void paint(Pen pen, double scale) {
        pen.fillRectangle(paints.get(Token.BG_DEFAULT), 0, 0, widthEm() * scale, heightEm() * scale, 0);
        pen.text(
                paints.get(Token.FG_DEFAULT),
                TITLE_SIZE * scale,
                title,
                MARGIN_EM * scale,
                (MARGIN_EM + LINE_EM / 2) * scale);
        new Painter(pen, paints, -MARGIN_EM, -drawingTop(), scale)
                .paint(drawing, Marks.NONE, new Area(0, 0, drawing.width(), drawing.height()));
        double y = drawingTop() + drawing.height() + MARGIN_EM;
        for (String line : below) {
            pen.text(paints.get(Token.FG_MUTED), scale, line, MARGIN_EM * scale, y * scale);
            y += LINE_EM;
        }
    }
}
