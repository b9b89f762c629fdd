// The few line drawings of the page. They say nothing by themselves: the control that holds one has the name.

const paths = {
  auto: "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12ZM8 2v12M10.5 2.6v10.8M12.3 4v8",
  light:
    "M8 5a3 3 0 1 0 0 6a3 3 0 0 0 0-6Z" +
    "M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3 3l1.2 1.2M11.8 11.8L13 13M3 13l1.2-1.2M11.8 4.2L13 3",
  dark: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9ZM10.3 10.3L14 14",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
  down: "M3 6l5 5 5-5",
  import: "M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11",
  export: "M8 10.5v-8M4.5 6L8 2.5 11.5 6M2.5 13.5h11",
  width: "M2 3v10M14 3v10M4.5 8h7M6.5 6l-2 2 2 2M9.5 6l2 2-2 2",
  article: "M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5.5 6.5h5M5.5 9.5h5",
  actual: "M3 5l1.8-1.5v9M10.5 5l1.8-1.5v9M8 6.2v.6M8 9.7v.6",
  boxes: "M2 3.5h12M2 6.5h12v3H2ZM2 12.5h8",
  menu: "M2.5 4h11M2.5 8h11M2.5 12h11",
  tick: "M3 8.5L6.5 12 13 4.5",
  command: "M2.5 4.5L6 8l-3.5 3.5M7.5 12h6",
  settings: "M2 4.5h8M13 4.5h1M2 11.5h1M6 11.5h8M11.5 3v3M4.5 10v3",
  close: "M4 4l8 8M12 4l-8 8",
} as const

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
