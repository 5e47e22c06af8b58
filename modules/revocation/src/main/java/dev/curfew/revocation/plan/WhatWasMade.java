package dev.curfew.revocation.plan;

import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.choice.Listed;
import dev.curfew.revocation.choice.Traces;
import dev.curfew.revocation.ground.Ground;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a plan's preview tells of what somebody made since a moment: which credentials it is, and what no record tells.
///
/// @param by the id of whom was asked about
/// @param what in the record's own words; empty where none tells
/// @param why no record tells; empty where one does
/// @param credentials ids, none where no reading lists it
public record WhatWasMade(String by, String what, String at, String why, List<String> credentials) {
    static final String KEPT = "made";

    static List<Map<String, Object>> of(Ground ground, Traces traces) {
        Listed listed = new Listed(ground, traces);
        Stream<WhatWasMade> made = traces.made().stream()
                .map(one -> new WhatWasMade(
                        one.by(),
                        one.what(),
                        one.at().toString(),
                        "",
                        listed.of(one).stream()
                                .map(credential -> credential.id().text())
                                .sorted()
                                .toList()));
        Stream<WhatWasMade> untold =
                traces.untold().stream().map(one -> new WhatWasMade(one.by(), "", "", one.why(), List.of()));
        return Stream.concat(made, untold).map(WhatWasMade::toJson).toList();
    }

    /// In the order of the preview; none where nobody looked.
    public static List<WhatWasMade> in(RevocationPlan plan) {
        return in(plan.preview());
    }

    /// As [#in(RevocationPlan)], of a preview without a plan.
    public static List<WhatWasMade> in(Map<String, Object> preview) {
        return preview.get(KEPT) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> of(new Told((Map<?, ?>) one)))
                        .toList()
                : List.of();
    }

    /// Those of [#in(Map)] of which no record tells.
    public static List<WhatWasMade> untold(Map<String, Object> preview) {
        return in(preview).stream().filter(made -> !made.isTold()).toList();
    }

    private static WhatWasMade of(Told told) {
        return new WhatWasMade(
                told.text("by"), told.text("what"), told.text("at"), told.text("why"), told.names("credentials"));
    }

    private Map<String, Object> toJson() {
        return Map.of("by", by, "what", what, "at", at, "why", why, "credentials", credentials);
    }

    /// Whether it is known that it was made.
    public boolean isTold() {
        return why.isEmpty();
    }
}
