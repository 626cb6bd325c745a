import { QRCode } from 'antd';
import { AntdScope } from '#web/kit/antd/AntdScope.tsx';

/** Dark on white in every theme, as cameras want it. */
export default function SeedPicture({ uri, label }: { uri: string; label: string }) {
  return (
    <AntdScope fallback={<div style={{ height: 180 }} />}>
      <div role="img" aria-label={label}>
        <QRCode value={uri} size={180} type="svg" color="#000000" bgColor="#ffffff" bordered={false} />
      </div>
    </AntdScope>
  );
}
