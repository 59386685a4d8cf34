import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public } from './auth/access.js';
import { VERSION } from './version.js';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  readonly status = 'ok';

  @ApiProperty()
  readonly version: string = VERSION;
}

@ApiTags('health')
@Controller('health')
export class HealthController {
  /** Answers once the service is ready, whatever the load. */
  @Get()
  @Public()
  @ApiOkResponse({ type: HealthDto })
  health(): HealthDto {
    return new HealthDto();
  }
}
