/**
 * A page rendered on the server by React: `react` and `react-dom` come from npm and are bundled.
 *
 *     npx isopod run examples/react-page.tsx
 *     npx isopod run examples/react-page.tsx --input '{"title":"Stock","rows":[["nuts","7"]]}'
 */
import { renderToStaticMarkup } from 'react-dom/server';

interface Input {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const usual: Input = {
  title: 'Fish & chips',
  rows: [
    ['cod', '<fresh>'],
    ['chips', '"large"'],
  ],
};

function Table({ rows }: Pick<Input, 'rows'>) {
  return (
    <table>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join()}>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default ({ title, rows }: Input = usual) => ({
  html: renderToStaticMarkup(
    <main>
      <h1>{title}</h1>
      <Table rows={rows} />
    </main>,
  ),
});
