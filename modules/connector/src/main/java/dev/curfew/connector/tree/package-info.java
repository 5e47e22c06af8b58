/// What a source wrote, JSON or XML, as a small tree that knows where each of its values stood: every complaint can
/// then say line, column and path.
@NullMarked
package dev.curfew.connector.tree;

import org.jspecify.annotations.NullMarked;
