package dev.bobbin.app.services;

import dev.bobbin.app.workspace.CommittedCode;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The last commit of a Git folder, read by the installed Git. Only its plumbing is used, which runs nothing of the folder's. */
public final class GitCode implements CommittedCode {

    private static final long PATIENCE_SECONDS = 10;

    /** Looks for Git's folder, or for the file that stands for it in a work tree, without asking Git. */
    @Override
    public boolean isKept(ItemFolder item) {
        for (Path folder = item.root(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<String> script(ItemFolder item) throws IOException {
        Process git;
        try {
            git = new ProcessBuilder(List.of("git", "cat-file", "blob", "HEAD:./" + ItemFolder.SCRIPT))
                    .directory(item.root().toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // No Git here: nothing is known to be committed.
            return Optional.empty();
        }
        try {
            git.getOutputStream().close();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean found = git.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && git.exitValue() == 0;
            return found ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            throw new InterruptedIOException(e.getMessage());
        }
    }
}
