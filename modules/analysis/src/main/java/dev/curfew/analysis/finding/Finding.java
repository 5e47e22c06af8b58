package dev.curfew.analysis.finding;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to look at.
///
/// @param entity what it is about; null for a finding about a source as a whole (a blind spot)
/// @param source the source that it comes from
/// @param variant which of the rule's sentences; empty for its only one
/// @param arguments what the sentence says about this entity, already as text
public record Finding(
        Rule rule,
        String variant,
        Severity severity,
        SourceName source,
        @Nullable EntityId entity,
        List<String> arguments,
        Standards standards) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding about(Rule rule, String variant, Severity severity, Identity identity, String... arguments) {
        return new Finding(
                rule, variant, severity, identity.source(), identity.id(), List.of(arguments), Standards.of(rule));
    }

    static Finding about(Rule rule, String variant, Severity severity, Credential credential, String... arguments) {
        return new Finding(
                rule, variant, severity, credential.source(), credential.id(), List.of(arguments), Standards.of(rule));
    }

    /// What was found and what to do, in one or two sentences.
    public String sentence() {
        String key = variant.isEmpty() ? rule.code() : rule.code() + "." + variant;
        return Messages.of(Finding.class).text(key, arguments.toArray()).strip();
    }
}
