/// Tables in files: rows with named columns, of which a wrong one is told and the others are read.
@NullMarked
package dev.curfew.connector.csv;

import org.jspecify.annotations.NullMarked;
