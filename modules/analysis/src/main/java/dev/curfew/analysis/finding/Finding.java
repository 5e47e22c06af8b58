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
/// @param occasions what tells this from an earlier finding of the same about the same, by ids and times: names,
///     evidence and ways change without anything having happened
public record Finding(
        Rule rule,
        String variant,
        Severity severity,
        SourceName source,
        @Nullable EntityId entity,
        List<String> arguments,
        List<String> occasions,
        Standards standards) {

    public Finding {
        arguments = List.copyOf(arguments);
        occasions = List.copyOf(occasions);
    }

    static Finding about(Rule rule, String variant, Severity severity, Identity identity, String... arguments) {
        return of(rule, variant, severity, identity.id(), arguments);
    }

    static Finding about(Rule rule, String variant, Severity severity, Credential credential, String... arguments) {
        return of(rule, variant, severity, credential.id(), arguments);
    }

    /// About something of whatever kind.
    public static Finding of(Rule rule, String variant, Severity severity, EntityId entity, String... arguments) {
        return new Finding(
                rule, variant, severity, entity.source(), entity, List.of(arguments), List.of(), Standards.of(rule));
    }

    /// The same, on these occasions.
    public Finding on(List<String> these) {
        return new Finding(rule, variant, severity, source, entity, arguments, these, standards);
    }

    /// The same, on one occasion.
    public Finding on(String these) {
        return on(List.of(these));
    }

    /// What was found and what to do, in one or two sentences.
    public String sentence() {
        String key = variant.isEmpty() ? rule.code() : rule.code() + "." + variant;
        return Messages.of(Finding.class).text(key, arguments.toArray()).strip();
    }
}
