package dev.curfew.app.console.screen.blastradius.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.sketch.Folding;
import dev.curfew.analysis.sketch.Sketch;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.screen.blastradius.answer.Answer;
import dev.curfew.app.console.screen.blastradius.answer.Answers;
import dev.curfew.app.console.screen.blastradius.answer.Question;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Paints;
import dev.curfew.app.console.screen.blastradius.subject.Subject;
import dev.curfew.app.console.screen.blastradius.subject.Subjects;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.theme.Token;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PictureFilesTest {

    private static final Paints PAINTS = new Paints(token -> token == Token.BG_DEFAULT ? Color.WHITE : Color.BLACK);

    @SuppressWarnings("NullAway") // there before any test
    private static SampleWorkspace workspace;

    @SuppressWarnings("NullAway")
    private static Answer answer;

    @SuppressWarnings("NullAway")
    private static Drawing drawing;

    @BeforeAll
    static void open() throws Exception {
        FxThread.run(Theme::new);
        workspace = SampleWorkspace.filled();
        var estate = workspace.desk().estate();
        Subject subject =
                new Subjects(estate::find, estate::current).of("sample-aws:arn:aws:iam::111122223333:role/ci-deployer");
        answer = new Answers(workspace.desk().reach(), estate::current)
                .of(new Question(subject, subject.natural(), List.of()));
        drawing = new LayeredLayout().of(Sketch.of(answer.strands(), answer.index(), Folding.START));
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    @Test
    void theSvgIsWellFormedAndSaysWhoseItIsHowOldAndWhatMayBeMissing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("reach.svg");
        PictureFiles.svg(file, answer, drawing, PAINTS);

        Document document =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        String text = document.getDocumentElement().getTextContent();
        assertThat(text)
                .contains("ci-deployer reaches 275 things, with certainty")
                .contains("Curfew, snapshot 3 of 2026-11-22 09:00:00 UTC")
                .contains("sample-openbao leases (refused)")
                .contains("prod/ledger/database");
        assertThat(document.getElementsByTagName("rect").getLength())
                .isGreaterThanOrEqualTo(drawing.boxes().size());
        assertThat(Files.readString(file)).doesNotContain("<script", "href");
    }

    @Test
    void thePngHoldsTheWholeDrawing(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("reach.png");
        PictureFiles.png(file, answer, drawing, PAINTS);

        BufferedImage image = ImageIO.read(file.toFile());
        assertThat((double) image.getWidth()).isGreaterThan(26 * drawing.width());
        assertThat((double) image.getHeight()).isGreaterThan(26 * drawing.height());
    }

    @Test
    void whatCannotBeWrittenInXmlIsReplaced() {
        assertThat(SvgPen.escaped("a<b>&\"c\u0001\uFFFE")).isEqualTo("a&lt;b&gt;&amp;&quot;c\uFFFD\uFFFD");
    }
}
