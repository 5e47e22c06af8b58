package dev.curfew.analysis.aws.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// To whom a statement speaks.
record Speaking(String layer, JsonNode statement, boolean bounded) {

    /// Policies that are attached to a principal or its account speak to it. A resource's policy speaks to whom it
    /// names, RCPs and endpoint policies to everyone where they name nobody.
    ///
    /// @return how they are named; nothing: it does not speak to them
    List<Asker.Name> to(Asker asker) {
        if (List.of("identity", "boundary", "session", "scp").contains(layer)) {
            return List.of(Asker.Name.ITSELF);
        }
        if (statement.has("Principal")) {
            return asker.names(statement.path("Principal"));
        }
        if (!statement.has("NotPrincipal")) {
            return layer.equals("resource") ? List.of() : List.of(Asker.Name.EVERYONE);
        }
        // "NotPrincipal … with a Deny effect will always deny any IAM principal that has a permissions boundary policy
        // attached, regardless of the values": access_policies_boundaries.html
        boolean always = layer.equals("resource")
                && bounded
                && asker.isInAccount()
                && statement.path("Effect").asText().equals("Deny");
        return always || !asker.isExcepted(statement.path("NotPrincipal")) ? List.of(Asker.Name.EVERYONE) : List.of();
    }
}
