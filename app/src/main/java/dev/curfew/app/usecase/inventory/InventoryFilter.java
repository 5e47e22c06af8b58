package dev.curfew.app.usecase.inventory;

/// Which rows to list. Empty text: any.
///
/// @param source a source's name
/// @param kind a kind, whole (`aws.role`) or its provider (`aws`)
/// @param owner part of the owner's name, in any case; `none` for those without one
/// @param text part of the id or name, in any case
public record InventoryFilter(String source, String kind, String owner, String text) {
    public static final InventoryFilter ALL = new InventoryFilter("", "", "", "");
}
