package dev.bobbin.app.data;

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
