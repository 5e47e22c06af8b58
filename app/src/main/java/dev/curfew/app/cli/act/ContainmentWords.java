package dev.curfew.app.cli.act;

import dev.curfew.app.cli.output.Fields;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.proof.Containment;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whether identities are contained, in words and in JSON: told apart from their credentials being refused.
public final class ContainmentWords {
    private static final Messages MESSAGES = Messages.of(ContainmentWords.class);

    private ContainmentWords() {}

    /// The verdict alone.
    public static String of(Containment one) {
        return MESSAGES.text("contained." + one.state().name());
    }

    /// Why it is not contained, or why that cannot be proved: a sentence each.
    public static List<String> why(Collection<Containment> all) {
        return all.stream()
                .distinct()
                .flatMap(one ->
                        one.reasons().stream().map(reason -> MESSAGES.text("contained.why", one.identity(), reason)))
                .toList();
    }

    public static Map<String, @Nullable Object> json(Containment one) {
        return new Fields()
                .put("identity", one.identity())
                .put("contained", one.state().name())
                .put("reasons", one.reasons())
                .map();
    }
}
