package dev.curfew.connector.kubernetes.act;

import dev.curfew.connector.kubernetes.json.Doc;

/// Whom bindings are to be taken from.
sealed interface Subject {

    /// @param subject as a binding names it
    /// @param namespace the binding's
    boolean isMeantBy(Doc subject, String namespace);

    /// What a kept binding is found again by: a label's value.
    String mark();

    /// A service account can be named by its kind, or as the user that the server takes it for.
    record Account(String namespace, String name, String uid) implements Subject {
        @Override
        public boolean isMeantBy(Doc subject, String bindingNamespace) {
            String in = subject.text("namespace").isEmpty() ? bindingNamespace : subject.text("namespace");
            return switch (subject.text("kind")) {
                case "ServiceAccount" -> subject.text("name").equals(name) && in.equals(namespace);
                case "User" -> subject.text("name").equals("system:serviceaccount:" + namespace + ":" + name);
                default -> false;
            };
        }

        @Override
        public String mark() {
            return uid;
        }
    }

    /// The holder of a certificate.
    ///
    /// @param requestUid of the request that the certificate came of
    record User(String name, String requestUid) implements Subject {
        @Override
        public boolean isMeantBy(Doc subject, String namespace) {
            return subject.text("kind").equals("User") && subject.text("name").equals(name);
        }

        @Override
        public String mark() {
            return requestUid;
        }
    }
}
