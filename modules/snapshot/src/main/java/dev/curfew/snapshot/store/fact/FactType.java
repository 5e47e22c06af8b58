package dev.curfew.snapshot.store.fact;

import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.estate.Trust;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The types of fact, each with its word in the store.
public enum FactType {
    IDENTITY("identity", Identity.class),
    CREDENTIAL("credential", Credential.class),
    POLICY("policy", Policy.class),
    GRANT("grant", Grant.class),
    MEMBERSHIP("membership", Membership.class),
    RESOURCE("resource", Resource.class),
    TRUST("trust", Trust.class);

    private static final Map<String, FactType> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toMap(FactType::word, Function.identity()));

    private final String word;
    private final Class<? extends Fact> type;

    FactType(String word, Class<? extends Fact> type) {
        this.word = word;
        this.type = type;
    }

    public String word() {
        return word;
    }

    public Class<? extends Fact> type() {
        return type;
    }

    public static FactType of(Fact fact) {
        return switch (fact) {
            case Identity _ -> IDENTITY;
            case Credential _ -> CREDENTIAL;
            case Policy _ -> POLICY;
            case Grant _ -> GRANT;
            case Membership _ -> MEMBERSHIP;
            case Resource _ -> RESOURCE;
            case Trust _ -> TRUST;
        };
    }

    public static FactType ofWord(String word) {
        FactType found = BY_WORD.get(word);
        if (found == null) {
            throw new IllegalArgumentException("no such type of fact: " + word);
        }
        return found;
    }
}
