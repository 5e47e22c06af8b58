package dev.curfew.connector.aws.eks;

import dev.curfew.connector.tree.Reading;

/// A cluster, by what its service accounts' tokens and its API server are known by elsewhere.
///
/// @param issuer of its service accounts' tokens; empty where it has none
/// @param endpoint of its API server; empty while it has none
record Cluster(String arn, String name, String issuer, String endpoint) {
    static Cluster of(Reading answer) {
        Reading cluster = Reading.of(answer.require("cluster"));
        String issuer = cluster.find("identity")
                .map(Reading::of)
                .flatMap(identity -> identity.find("oidc"))
                .map(Reading::of)
                .flatMap(oidc -> oidc.optionalText("issuer"))
                .orElse("");
        return new Cluster(
                cluster.text("arn"),
                cluster.text("name"),
                issuer,
                cluster.optionalText("endpoint").orElse(""));
    }
}
