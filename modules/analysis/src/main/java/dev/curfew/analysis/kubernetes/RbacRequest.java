package dev.curfew.analysis.kubernetes;

/// One request to the API server, as its authorizer is asked: with the name that the server knows. An HTTP request
/// that creates something, or deletes a collection, has none; a SubjectAccessReview has the one it is given.
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

    /// What an HTTP request on something of that name becomes.
    ///
    /// @param resource with its subresource after a slash, if any
    public static RbacRequest of(String verb, String apiGroup, String resource, String name, String namespace) {
        int slash = resource.indexOf('/');
        boolean unnamed = verb.equals("deletecollection") || (verb.equals("create") && slash < 0);
        return new RbacRequest(
                verb,
                apiGroup,
                slash < 0 ? resource : resource.substring(0, slash),
                slash < 0 ? "" : resource.substring(slash + 1),
                unnamed ? "" : name,
                namespace,
                "");
    }

    boolean isForUrl() {
        return !nonResourceUrl.isEmpty();
    }
}
