/// Lists of people from an HR system or a directory, as CSV files: who is here, and who has left.
@NullMarked
package dev.curfew.connector.people;

import org.jspecify.annotations.NullMarked;
