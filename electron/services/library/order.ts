// Names and page numbers in the order in which people count.

const byNumber = new Intl.Collator("zh", { numeric: true })

/** 02 before 10, A5 before A10; what is not known comes last. */
export const asCounted = (a: string | null, b: string | null): number => byNumber.compare(a ?? "\uffff", b ?? "\uffff")
