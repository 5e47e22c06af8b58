package dev.curfew.connector.kubernetes.list;

/// How the server writes a list.
///
/// <https://kubernetes.io/docs/reference/using-api/api-concepts/#receiving-resources-as-tables>
public enum Form {
    /// Each object whole, as far as its shape keeps it.
    OBJECTS("application/json", "items"),
    /// Each object's metadata only.
    METADATA("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1", "items"),
    /// Each event's object as its metadata only.
    EVENTS("application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", ""),
    /// Each object's metadata, and the cells that `kubectl get` prints: of a Secret its type, never a value.
    TABLE("application/json;as=Table;g=meta.k8s.io;v=v1", "rows");

    private final String accept;
    private final String items;

    Form(String accept, String items) {
        this.accept = accept;
        this.items = items;
    }

    public String accept() {
        return accept;
    }

    String items() {
        return items;
    }
}
