package dev.curfew.snapshot.store.row;

import jakarta.persistence.PersistenceException;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/// Holds a store's tables against what this program takes them to be. Rows themselves are read and written by plain
/// statements: starting Hibernate takes longer than most commands are at work.
public final class Tables {

    private Tables() {}

    /// @throws PersistenceException if a table or column is missing, or of another type
    public static void validate(DataSource source) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(FactBlockRow.class)
                .addAnnotatedClass(FactEndsRow.class)
                .addAnnotatedClass(SyncRow.class)
                .addAnnotatedClass(RecordRow.class);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        configuration
                .setProperty(AvailableSettings.HBM2DDL_AUTO, "validate")
                // No orm.xml: without this, starting costs the JAXB context it would be read with.
                .setProperty(AvailableSettings.XML_MAPPING_ENABLED, false)
                .buildSessionFactory()
                .close();
    }
}
