package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.attestation.Introduction;
import dev.curfew.governance.attestation.Introduction.Aside;
import dev.curfew.governance.attestation.Introduction.Introduced;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of an `allowed_signers` file with what becomes of each.
final class IntroducedListing {
    private static final Messages MESSAGES = Messages.of(IntroducedListing.class);

    /// @param outcome a key of the words, and what programs read
    /// @param why empty unless it is set aside
    record Line(int number, String owner, String type, String fingerprint, String outcome, String why) {}

    static final Listing<Line> LISTING = new Listing<>(
            "curfew.allowed-signers/1",
            List.of(
                    Column.of(MESSAGES.text("line"), line -> Integer.toString(line.number())),
                    Column.whole(MESSAGES.text("owner"), Line::owner),
                    Column.of(MESSAGES.text("type"), Line::type),
                    Column.whole(MESSAGES.text("fingerprint"), Line::fingerprint),
                    Column.of(MESSAGES.text("outcome"), line -> MESSAGES.text("outcome." + line.outcome())),
                    Column.of(MESSAGES.text("why"), Line::why)),
            IntroducedListing::json,
            MESSAGES.text("signers.none"));

    private IntroducedListing() {}

    /// @param outcome of those that are not set aside
    static List<Line> lines(Introduction introduction, String outcome) {
        return Stream.concat(
                        introduction.keys().stream().map(one -> line(one, outcome)),
                        introduction.aside().stream().map(IntroducedListing::line))
                .sorted(Comparator.comparingInt(Line::number))
                .toList();
    }

    private static Line line(Introduced one, String outcome) {
        return new Line(one.line(), one.owner(), one.key().type(), one.key().fingerprint(), outcome, "");
    }

    private static Line line(Aside aside) {
        return new Line(aside.line(), aside.owner(), "", "", "set-aside", aside.why());
    }

    private static Map<String, @Nullable Object> json(Line line) {
        return new Fields()
                .put("line", line.number())
                .put("owner", line.owner())
                .put("type", line.type())
                .put("fingerprint", line.fingerprint())
                .put("outcome", line.outcome())
                .put("why", line.why())
                .map();
    }
}
