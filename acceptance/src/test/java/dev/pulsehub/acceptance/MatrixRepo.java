package dev.pulsehub.acceptance;

/**
 * A private repository of the access matrix.
 *
 * @param word stands in the titles of its issue, its pull requests and its run, and in the name of its workflow, and
 *     nowhere else
 */
record MatrixRepo(String owner, String name, String word, long id) {

    static final int MERGED = 2;
    static final int OPEN = 3;

    String fullName() {
        return owner + "/" + name;
    }

    /** A question about this repository. */
    String in(String question) {
        return question.replace("{repo}", fullName())
                .replace("{owner}", owner)
                .replace("{name}", name)
                .replace("{id}", Long.toString(id))
                .replace("{merged}", Integer.toString(MERGED))
                .replace("{open}", Integer.toString(OPEN));
    }

    /** One that does not exist, beside this one. */
    MatrixRepo missing() {
        return new MatrixRepo(owner, "nothing", word, 1);
    }
}
