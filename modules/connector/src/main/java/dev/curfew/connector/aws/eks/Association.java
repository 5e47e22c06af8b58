package dev.curfew.connector.aws.eks;

import dev.curfew.connector.tree.Reading;
import dev.curfew.model.text.CanonicalJson;
import java.util.Map;
import java.util.TreeMap;

/// That a cluster's service account is given a role.
///
/// @param document the fields that are kept: nothing else of what AWS told is
record Association(String arn, String role, Map<String, Object> document) {
    static Association of(Reading answer) {
        Reading association = Reading.of(answer.require("association"));
        Map<String, Object> document = new TreeMap<>();
        for (String field : new String[] {"clusterName", "namespace", "serviceAccount", "roleArn"}) {
            document.put(field, association.text(field));
        }
        association.optionalText("targetRoleArn").ifPresent(target -> document.put("targetRoleArn", target));
        if (association.flag("disableSessionTags")) {
            document.put("disableSessionTags", true);
        }
        association.optionalText("policy").ifPresent(policy -> document.put("policy", policy));
        return new Association(association.text("associationArn"), association.text("roleArn"), document);
    }

    String name() {
        return document.get("namespace") + "/" + document.get("serviceAccount");
    }

    /// @param issuer of the cluster's tokens; empty: not known
    String text(String issuer) {
        Map<String, Object> all = new TreeMap<>(document);
        if (!issuer.isEmpty()) {
            all.put("issuer", issuer);
        }
        return CanonicalJson.text(all);
    }
}
