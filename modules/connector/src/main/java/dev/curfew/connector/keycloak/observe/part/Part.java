package dev.curfew.connector.keycloak.observe.part;

import dev.curfew.connector.keycloak.realm.Realm;

/// A part of every realm that is read, and may be refused, on its own.
public interface Part {

    /// As in the coverage.
    String scope();

    void read(Realm realm, RealmSheet sheet) throws InterruptedException;
}
