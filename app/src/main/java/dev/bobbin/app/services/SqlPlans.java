package dev.bobbin.app.services;

import dev.bobbin.app.changes.StatementPlans;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.browse.PlanStep;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the databases of a workspace on disk. */
public final class SqlPlans implements StatementPlans {

    @Override
    public List<PlanStep> of(ItemFolder item, String standIn, List<String> sqlite) throws IOException {
        Optional<StandIn.Sql> database = ItemWorkspace.of(item).existing().stream()
                .filter(each -> each.name().equals(standIn))
                .flatMap(each -> switch (each) {
                    case StandIn.Sql sql -> List.of(sql).stream();
                    case StandIn.Lakehouse lakehouse -> List.of(lakehouse.endpoint()).stream();
                    default -> List.<StandIn.Sql>of().stream();
                })
                .findFirst();
        return database.isEmpty() ? List.of() : steps(database.get(), sqlite);
    }

    private static List<PlanStep> steps(StandIn.Sql database, List<String> sqlite) throws IOException {
        List<PlanStep> steps = new ArrayList<>();
        try (TableBrowser browser = new TableBrowser(SqlTables.open(database).database())) {
            for (String statement : sqlite) {
                steps.addAll(planned(browser, statement));
            }
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
        return steps;
    }

    private static List<PlanStep> planned(TableBrowser browser, String statement) {
        try {
            return browser.plan(statement);
        } catch (SqlError e) {
            // It used something that only the run had, such as a temporary table.
            return List.of();
        }
    }
}
