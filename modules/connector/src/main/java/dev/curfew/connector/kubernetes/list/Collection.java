package dev.curfew.connector.kubernetes.list;

import dev.curfew.connector.kubernetes.json.Shape;

/// A kind of object that the API server lists over all namespaces.
///
/// @param scope its plural, as the coverage names it
/// @param path below the server's address
/// @param shape what of an object is kept
/// @param pageItems how many objects are asked for at once
public record Collection(String scope, String path, Shape shape, int pageItems) {
    /// As `kubectl` asks for.
    private static final int PAGE_ITEMS = 500;

    public static Collection of(String path, Shape shape) {
        return new Collection(path.substring(path.lastIndexOf('/') + 1), path, shape, PAGE_ITEMS);
    }
}
