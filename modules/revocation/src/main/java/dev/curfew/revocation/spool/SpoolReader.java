package dev.curfew.revocation.spool;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.officer.Device;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.model.revocation.StepState;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.catalogue.Catalogue;
import dev.curfew.revocation.plan.PlanReader;
import dev.curfew.revocation.plan.SignedPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads a spool, and believes it only whole: each line signed with the key of the first, chained to the one before it,
/// and about a step of the plan. Whose key that is, the roster says when it is ratified.
public final class SpoolReader {
    /// Of the names of spools.
    public static final String ENDING = ".spool";

    /// Some 200 bytes a line, two lines a step, and the plan with its preview. More is no spool.
    private static final long BYTES_MAX = 64L * 1024 * 1024;

    private final PlanReader plans;

    public SpoolReader(Catalogue catalogue) {
        plans = new PlanReader(catalogue);
    }

    /// @return it; empty where it was cut off before anything was done; or SPOOL_TAMPERED
    public Outcome<Optional<Spooled>> read(Path file) {
        try {
            if (Files.size(file) > BYTES_MAX) {
                return tampered(file, "size");
            }
            String content = Files.readString(file, StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(Arrays.asList(content.split("\n", -1)));
            // A line that was cut off has no end; nothing was done on it.
            boolean torn = !lines.removeLast().isEmpty();
            return lines.isEmpty()
                    ? Outcome.done(Optional.empty())
                    : read(file, lines, torn).map(Optional::of);
        } catch (IOException _) {
            return tampered(file, "unreadable");
        }
    }

    private Outcome<Spooled> read(Path file, List<String> written, boolean torn) {
        List<SpoolLine> lines = new ArrayList<>();
        String before = SpoolLine.NOTHING;
        String key = "";
        for (String one : written) {
            Optional<SpoolLine> line = SpoolLine.parse(one);
            if (line.isEmpty()) {
                return tampered(file, "line", lines.size() + 1);
            }
            key = lines.isEmpty() ? line.get().field("publicKey") : key;
            if (line.get().number() != lines.size() || !line.get().before().equals(before)) {
                return tampered(file, "chain", lines.size() + 1);
            }
            if (!Ed25519.verifies(key, line.get().text(), line.get().signature())) {
                return tampered(file, "signature", lines.size() + 1);
            }
            lines.add(line.get());
            before = line.get().hash();
        }
        try {
            Spooled spooled = of(file, lines, torn);
            return flaw(spooled)
                    .<Outcome<Spooled>>map(at -> tampered(file, "order", at))
                    .orElseGet(() -> Outcome.done(spooled));
        } catch (DateTimeException | IllegalArgumentException _) {
            return tampered(file, "plan");
        }
    }

    private Spooled of(Path file, List<SpoolLine> lines, boolean torn) {
        SpoolLine first = lines.getFirst();
        if (first.what() != SpoolLine.What.OPENED || !(first.body().get("plan") instanceof Map<?, ?> plan)) {
            throw new IllegalArgumentException("begins with its plan");
        }
        return new Spooled(
                file,
                new SignedPlan(
                        plans.plan(plan),
                        first.field("planSignature"),
                        new Device(first.field("device"), first.field("host"))),
                first.field("officer"),
                first.field("publicKey"),
                new SignedText(first.field("statement"), first.field("signature")),
                first.field("why"),
                first.at(),
                lines.subList(1, lines.size()),
                first.hash(),
                lines.getLast().hash(),
                torn);
    }

    /// Nothing is done that was not announced, and nothing beyond the plan.
    ///
    /// @return the number of the line that is out of order
    private static Optional<Integer> flaw(Spooled spooled) {
        List<SpoolLine> lines = spooled.lines();
        return IntStream.range(0, lines.size())
                .filter(at -> !isInOrder(spooled, at))
                .mapToObj(at -> at + 2)
                .findFirst();
    }

    private static boolean isInOrder(Spooled spooled, int at) {
        SpoolLine line = spooled.lines().get(at);
        boolean ofPlan =
                line.step() >= 1 && line.step() <= spooled.plan().plan().steps().size();
        return switch (line.what()) {
            case OPENED -> false;
            case STARTED, LEFT -> ofPlan;
            case ACTED ->
                ofPlan
                        && at > 0
                        && spooled.lines().get(at - 1).what() == SpoolLine.What.STARTED
                        && spooled.lines().get(at - 1).step() == line.step()
                        && Arrays.stream(StepState.values())
                                .anyMatch(state -> state.name().equals(line.field("outcome")));
            case CLOSED -> at == spooled.lines().size() - 1;
        };
    }

    static <T> Outcome<T> tampered(Path file, String flaw, Object... arguments) {
        return Outcome.refused(
                Refusal.SPOOL_TAMPERED,
                file.toString(),
                Messages.of(SpoolReader.class).text(flaw, arguments));
    }
}
