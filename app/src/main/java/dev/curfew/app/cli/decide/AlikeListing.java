package dev.curfew.app.cli.decide;

import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.governance.request.bulk.Alike;
import dev.curfew.governance.request.bulk.Decided;
import dev.curfew.governance.request.bulk.Left;
import dev.curfew.governance.request.bulk.Shape;
import dev.curfew.governance.request.bulk.Signed;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Requests of one shape with what becomes of each, a line each.
final class AlikeListing {
    private static final Messages MESSAGES = Messages.of(AlikeListing.class);

    /// @param outcome a key of the words, and what programs read
    /// @param why empty where it is signed, or will be
    /// @param ledgerIndex null where nothing was entered
    record Line(
            ExceptionRequest request,
            String outcome,
            String why,
            @Nullable Long ledgerIndex) {}

    static final Listing<Line> LISTING = new Listing<>(
            "curfew.requests-alike/1",
            List.of(
                    Column.whole(
                            MESSAGES.text("request"), line -> line.request().id()),
                    Column.of(MESSAGES.text("outcome"), line -> MESSAGES.text("outcome." + line.outcome())),
                    Column.of(MESSAGES.text("own"), line -> String.join(", ", Shape.own(line.request()))),
                    Column.of(MESSAGES.text("why"), Line::why)),
            AlikeListing::json,
            MESSAGES.text("alike.none"));

    private AlikeListing() {}

    /// @param others the outcome of those that nothing is decided about
    static List<Line> lines(Alike shown, List<Decided> decided, String others) {
        return Stream.concat(
                        shown.reviews().stream().map(review -> line(review.request(), decided, others)),
                        shown.aside().stream().map(left -> new Line(left.request(), "set-aside", left.why(), null)))
                .toList();
    }

    private static Line line(ExceptionRequest request, List<Decided> decided, String other) {
        Optional<Decided> found =
                decided.stream().filter(one -> one.request().equals(request)).findFirst();
        return found.map(AlikeListing::line).orElseGet(() -> new Line(request, other, "", null));
    }

    private static Line line(Decided decided) {
        return switch (decided) {
            case Signed(var request, var receipt) -> new Line(request, "signed", "", receipt.ledgerIndex());
            case Left(var request, var why) -> new Line(request, "not-signed", why, null);
        };
    }

    private static Map<String, @Nullable Object> json(Line line) {
        ExceptionRequest request = line.request();
        return new Fields()
                .put("id", request.id())
                .put("outcome", line.outcome())
                .put("why", line.why())
                .put("ledgerIndex", line.ledgerIndex())
                .put("requester", request.requester())
                .put("policy", request.policy().text())
                .put("policyTextHash", request.policyTextHash())
                .put("durationSeconds", request.duration())
                .put("reason", request.reason())
                .put("claims", request.claims())
                .put("requestedAt", request.requestedAt())
                .map();
    }
}
