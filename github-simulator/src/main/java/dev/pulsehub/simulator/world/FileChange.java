package dev.pulsehub.simulator.world;

import java.util.ArrayList;
import java.util.List;

/**
 * One file of a pull request.
 *
 * @param status {@code added}, {@code modified}, {@code removed} or {@code renamed}
 */
public record FileChange(String path, String status, int additions, int deletions) {

    private static final List<String> FOLDERS =
            List.of("src/main", "src/main", "src/test", "src/main/api", "docs", "deploy", ".github/workflows");

    /** Files whose lines add up to the pull request's; the same ones each time. */
    static List<FileChange> madeUp(Pull pull) {
        int count = pull.changedFiles();
        List<FileChange> files = new ArrayList<>();
        int added = pull.additions();
        int deleted = pull.deletions();
        for (int i = 0; i < count; i++) {
            int left = count - i;
            int more = left == 1 ? added : added / left;
            int less = left == 1 ? deleted : deleted / left;
            added -= more;
            deleted -= less;
            String folder = FOLDERS.get(Math.floorMod(pull.number() * 31 + i * 7, FOLDERS.size()));
            String status = less == 0 && i % 3 == 2 ? "added" : "modified";
            files.add(new FileChange(path(folder, pull.number() % 17 + i), status, more, less));
        }
        return files;
    }

    /** One text for all who speak of that file. */
    private static String path(String folder, int part) {
        return (folder + "/part-" + part + ".txt").intern();
    }
}
