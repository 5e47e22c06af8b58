package dev.curfew.connector.cartography;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The labels of nodes that are translated, as Cartography's schema names them.
enum Label {
    USER("AWSUser"),
    GROUP("AWSGroup"),
    ROLE("AWSRole"),
    POLICY("AWSPolicy", "AWSManagedPolicy", "AWSInlinePolicy"),
    STATEMENT("AWSPolicyStatement"),
    KEY("AWSAccountAccessKey", "AccountAccessKey"),
    TAG("AWSTag"),
    SERVICE("AWSServicePrincipal"),
    FEDERATED("AWSFederatedPrincipal"),
    ROOT("AWSRootPrincipal"),
    /// Another account's, of which no more is known; each of those above has this label too.
    PRINCIPAL("AWSPrincipal"),
    ACCOUNT("AWSAccount");

    /// Its name, and what older or newer versions of Cartography call the same.
    @SuppressWarnings("ImmutableEnumChecker") // it is copied
    private final Set<String> names;

    Label(String... names) {
        this.names = Set.of(names);
    }

    /// The first of these that a node has; empty where it is something else.
    static Optional<Label> of(List<String> labels) {
        for (Label label : values()) {
            if (labels.stream().anyMatch(label.names::contains)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }
}
