package dev.curfew.connector.endpoints;

import java.security.cert.X509Certificate;
import java.util.List;

/// What an endpoint showed.
sealed interface Shown {
    Endpoint endpoint();

    /// @param chain its own first, as the server sent it
    /// @param protocol that both took; empty where the server broke off after it had shown its certificates
    record Certificates(Endpoint endpoint, List<X509Certificate> chain, String protocol) implements Shown {
        public Certificates {
            chain = List.copyOf(chain);
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("a chain of nothing");
            }
        }
    }

    /// @param why for a person
    record Nothing(Endpoint endpoint, String why) implements Shown {}
}
