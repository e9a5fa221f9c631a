/** The alerts of a coordinator, for administrators. */
import type {
  AlertNews,
  AlertReport,
  AlertSilence,
  SilenceRequest,
} from '../../shared/health/alert-report.ts';
import {
  alertFromWire,
  newsFromWire,
  silenceFromWire,
  silenceRequestToWire,
} from '../../shared/wire/alert-codec.ts';
import type { ClusterService } from '../../shared/wire/services.ts';
import type { CallOptions, ResponseOf, UnaryCaller } from './unary-caller.ts';
import { watching } from './watching.ts';

type Cluster = InstanceType<typeof ClusterService>;

/** Every method rejects with an IsopodError; its `reason` is ALERT_SILENCE_NOT_FOUND, … */
export class AlertsClient {
  readonly #service: Cluster;
  readonly #caller: UnaryCaller;

  /** Made by IsopodClient, which has it as `alerts`. */
  constructor(service: Cluster, caller: UnaryCaller) {
    this.#service = service;
    this.#caller = caller;
  }

  /** Pending and firing, and the silences that hold. */
  async list(
    options: CallOptions = {},
  ): Promise<{ alerts: AlertReport[]; silences: AlertSilence[] }> {
    const response = await this.#caller.call<ResponseOf<Cluster['listAlerts']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.listAlerts({}, metadata, grpcOptions, answer),
    );
    return {
      alerts: response.alerts.map(alertFromWire),
      silences: response.silences.map(silenceFromWire),
    };
  }

  /** First what there is, then what is told, until it is left or `signal` aborts. */
  watch(options: CallOptions = {}): AsyncGenerator<AlertNews, void> {
    return watching(
      this.#caller,
      options,
      (metadata, grpcOptions) => this.#service.watchAlerts({}, metadata, grpcOptions),
      newsFromWire,
    );
  }

  /** Nobody is told of alerts that have all of the labels, for a while. */
  async silence(request: SilenceRequest, options: CallOptions = {}): Promise<AlertSilence> {
    const wire = silenceRequestToWire(request);
    const { silence } = await this.#caller.call<ResponseOf<Cluster['silenceAlerts']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.silenceAlerts(wire, metadata, grpcOptions, answer),
    );
    return silenceFromWire(silence);
  }

  async endSilence(silenceId: string, options: CallOptions = {}): Promise<void> {
    await this.#caller.call<ResponseOf<Cluster['endAlertSilence']>>(
      options,
      (metadata, grpcOptions, answer) =>
        this.#service.endAlertSilence({ silenceId }, metadata, grpcOptions, answer),
    );
  }
}
