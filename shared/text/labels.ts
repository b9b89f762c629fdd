// The labels of standing columns (栏目): 今日谈, 百姓茶座, 记者手记.

export const columnLabel =
  /^[【〔[]?[\p{Script=Han}·]{2,6}(?:谈|评|论坛|观察|札记|聚焦|快评|时评|短评|茶座|视点|走笔|絮语|漫笔|随笔|手记)[】〕\]]?$/u
