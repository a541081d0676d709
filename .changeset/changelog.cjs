/** One line a changeset: what changed, in the words of whoever changed it. */
module.exports = {
  getReleaseLine: async (changeset) => `- ${changeset.summary}`,
  getDependencyReleaseLine: async () => "",
};
