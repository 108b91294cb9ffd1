package dev.bobbin.app.data;

import dev.bobbin.app.data.documents.DocumentsViewModel;
import dev.bobbin.app.data.documents.EventsViewModel;
import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.keeping.KeepingViewModel;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.sql.ImportViewModel;
import dev.bobbin.app.data.sql.QueryViewModel;
import dev.bobbin.app.data.sql.TablePageViewModel;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;

/**
 * The view models of the pages of the data browser.
 *
 * @param edits what all pages change goes through
 * @param imports shared by all pages of tables
 */
public record DataPages(
        HandEdits edits,
        KeepingViewModel keeping,
        TablePageViewModel table,
        QueryViewModel query,
        ImportViewModel imports,
        FilesViewModel files,
        VariablesViewModel variables,
        SecretsViewModel secrets,
        DocumentsViewModel documents,
        EventsViewModel events) {}
