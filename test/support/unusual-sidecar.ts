/** A sidecar with all the ways of writing that a person may use beside those that Postgloss writes itself. */
export const UNUSUAL_SIDECAR = `# Reviewed by Mara
postgloss: 1
annotations:
  - id: g1
    post: 2016-05-04/the-harbour-is-closed
    quote: break barriers
    before: 'argues that: '
    after: "” in favour \\"of\\""
    tags:
      - claim # why
      - no
    note: |-
      Two lines,
      # and no comment.
    on: "2026-11-22"

  # The next one is open.
  - quote: >-
      folded
      text
    tags: [a, 'b']
    reviewed: {by: jo, why: [x, y]}
tool:
  nested:
    - deep: 1
`;
