package dev.curfew.analysis.kubernetes;

/// One request to the API server.
///
/// @param apiGroup empty: the core group
/// @param subresource empty: none
/// @param name empty: none, as in a list
/// @param namespace empty: for something of the cluster
/// @param nonResourceUrl empty: a request for a resource
public record RbacRequest(
        String verb,
        String apiGroup,
        String resource,
        String subresource,
        String name,
        String namespace,
        String nonResourceUrl) {

    public static RbacRequest of(String verb, String apiGroup, String resource, String name, String namespace) {
        int slash = resource.indexOf('/');
        return new RbacRequest(
                verb,
                apiGroup,
                slash < 0 ? resource : resource.substring(0, slash),
                slash < 0 ? "" : resource.substring(slash + 1),
                name,
                namespace,
                "");
    }

    boolean isForUrl() {
        return !nonResourceUrl.isEmpty();
    }

    /// The server knows no name when something is created, nor for a whole collection.
    String effectiveName() {
        boolean unnamed = verb.equals("deletecollection") || (verb.equals("create") && subresource.isEmpty());
        return unnamed ? "" : name;
    }
}
