package dev.curfew.snapshot.store;

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

/// The types of fact, as the column `fact_type` names them.
enum FactType {
    IDENTITY("identity", Identity.class),
    CREDENTIAL("credential", Credential.class),
    POLICY("policy", Policy.class),
    GRANT("grant", Grant.class),
    MEMBERSHIP("membership", Membership.class),
    RESOURCE("resource", Resource.class),
    TRUST("trust", Trust.class);

    private static final Map<String, FactType> BY_COLUMN =
            Arrays.stream(values()).collect(Collectors.toMap(FactType::column, Function.identity()));

    private final String column;
    private final Class<? extends Fact> type;

    FactType(String column, Class<? extends Fact> type) {
        this.column = column;
        this.type = type;
    }

    String column() {
        return column;
    }

    Class<? extends Fact> type() {
        return type;
    }

    static FactType of(Fact fact) {
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

    static FactType ofColumn(String column) {
        FactType found = BY_COLUMN.get(column);
        if (found == null) {
            throw new IllegalArgumentException("no such type of fact: " + column);
        }
        return found;
    }
}
