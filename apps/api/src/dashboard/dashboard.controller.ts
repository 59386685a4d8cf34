import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '../platform/auth/access.js';
import { CurrentActor, type Actor } from '../platform/auth/actor.js';
import { DashboardService } from './dashboard.service.js';
import { DashboardDto } from './dto/dashboard.dto.js';

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  readonly #dashboard: DashboardService;

  constructor(dashboard: DashboardService) {
    this.#dashboard = dashboard;
  }

  @Get()
  @Requires('standard.read')
  @ApiOkResponse({ type: DashboardDto })
  read(@CurrentActor() actor: Actor): Promise<DashboardDto> {
    return this.#dashboard.of(actor);
  }
}
