package dev.curfew.connector.kubernetes.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/// Whom a certificate's subject makes its holder: its common name is a user, its organisations are groups.
///
/// <https://kubernetes.io/docs/reference/access-authn-authz/authentication/#x509-client-certificates>
public record SubjectNames(String user, List<String> groups) {

    public SubjectNames {
        groups = groups.stream().sorted().toList();
    }

    /// @param subject as RFC 2253 writes it
    /// @throws IllegalArgumentException if it is none
    public static SubjectNames of(String subject) {
        String user = "";
        List<String> groups = new ArrayList<>();
        try {
            for (Rdn part : new LdapName(subject).getRdns()) {
                switch (part.getType().toUpperCase(Locale.ROOT)) {
                    case "CN" -> user = String.valueOf(part.getValue());
                    case "O" -> groups.add(String.valueOf(part.getValue()));
                    default -> {
                        // Kubernetes takes nothing else from it
                    }
                }
            }
        } catch (InvalidNameException e) {
            throw new IllegalArgumentException("not a subject's name", e);
        }
        return new SubjectNames(user, groups);
    }
}
